"""What openpyxl finds in workbooks: one JSON line per cell that holds anything.

    python3 read-workbook.py FILE...

Each line is [file, sheet, row, column, type, text]; the text of a number is its shortest exact form.
"""
import datetime
import json
import sys

import openpyxl


def told(value):
    if isinstance(value, bool):
        return ["b", "true" if value else "false"]
    if isinstance(value, (int, float)):
        return ["n", repr(value)]
    if isinstance(value, datetime.datetime):
        return ["d", value.isoformat(timespec="microseconds")]
    if isinstance(value, datetime.date):
        return ["d", value.isoformat() + "T00:00:00.000000"]
    if isinstance(value, datetime.time):
        return ["t", value.isoformat(timespec="microseconds")]
    if isinstance(value, datetime.timedelta):
        return ["l", repr(value.total_seconds())]
    return ["s", str(value)]


for path in sys.argv[1:]:
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except Exception as error:
        print(json.dumps([path, None, 0, 0, "error", type(error).__name__]))
        continue
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None or cell.value == "":
                    continue
                kind, text = told(cell.value)
                if cell.data_type == "e":
                    kind = "e"
                print(json.dumps([path, sheet.title, cell.row, cell.column, kind, text, cell.number_format]))
