/** The same shape, to be put together key by key where what is absent must have no key. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
