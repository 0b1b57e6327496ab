"""What openpyxl finds in a workbook, marks and all: one JSON line each.

    python3 read-marks.py FILE

["cell", sheet, reference, type, value, number format], type as openpyxl has it (f: a formula, s: text),
["fill", sheet, reference, colour], ["comment", sheet, reference, text] and ["sheet", name, state].
"""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
for sheet in book.worksheets:
    print(json.dumps(["sheet", sheet.title, sheet.sheet_state]))
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                print(json.dumps(["cell", sheet.title, cell.coordinate, cell.data_type, str(cell.value), cell.number_format]))
            if cell.fill.fill_type == "solid":
                print(json.dumps(["fill", sheet.title, cell.coordinate, cell.fill.fgColor.rgb]))
            if cell.comment is not None:
                print(json.dumps(["comment", sheet.title, cell.coordinate, cell.comment.text]))
