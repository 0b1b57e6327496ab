import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { fileChunks } from './file-chunks.ts';

const folder = temporaryFolder();

async function bytesOf(path: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of fileChunks(path)) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

it.each([0, 1, 65_535, 65_536, 65_537, 1_048_575, 1_048_576, 3_000_000])('gives all of %d bytes', async (size) => {
  const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, at) => at % 251));
  expect(bytes.equals(await bytesOf(folder.write('bytes.bin', bytes)))).toBe(true);
});

it('gives the memory that a small file takes, no more', async () => {
  const { value } = await fileChunks(folder.write('small.bin', Buffer.alloc(100_000))).next();
  expect(value).toHaveLength(100_000);
  expect((value as Buffer).buffer.byteLength).toBeLessThan(200_000);
});

it('says what the system says of a file that is not there', async () => {
  await expect(fileChunks(`${folder.path}/none.bin`).next()).rejects.toMatchObject({ code: 'ENOENT' });
});
