"""pandas doing the ten checks of duckdb-check.mjs.

    python3 pandas_check.py CATALOGUE PRICES PREVIOUS APPROVED

Prints how many lines each check finds, and how many are approved. Leaves its figures where usage.cjs leaves ours.
"""

import json
import os
import resource
import sys

import pandas as pd

AS_OF = pd.Timestamp("2026-11-15")


def read(path):
    return pd.read_csv(path, sep=";", dtype=str, encoding="utf-8-sig")


def amount(column):
    return pd.to_numeric(column.str.replace(",", ".", regex=False), errors="coerce")


def day(column):
    return pd.to_datetime(column, format="%d.%m.%Y", errors="coerce")


def check(catalogue, prices, previous):
    """Each check with the lines it finds, and how many agreed items are missing."""
    agreed = prices.drop_duplicates("Varenr").set_index("Varenr")
    former = previous.drop_duplicates("Varenr").set_index("Varenr")
    item = catalogue["Varenr"]
    price = amount(catalogue["Pris eks. mva"])
    agreed_price = item.map(amount(agreed["Avtalt pris"]))
    former_price = item.map(amount(former["Pris eks. mva"]))
    shifted = pd.Series(False, index=catalogue.index)
    for factor in (10, 100, 1000):
        shifted |= (price / agreed_price / factor).between(0.995, 1.005)
        shifted |= (agreed_price / price / factor).between(0.995, 1.005)
    same_currency = catalogue["Valuta"] == item.map(former["Valuta"])
    changed = (price > former_price * 1.15) | (price < former_price * 0.7)
    agreed_currency = item.map(agreed["Valuta"])
    found = {
        "above agreed": (price > agreed_price) & ~shifted,
        "other currency": agreed_currency.notna() & (catalogue["Valuta"] != agreed_currency),
        "no price": catalogue["Pris eks. mva"].isna() | (price <= 0),
        "decimal shift": shifted,
        "price change": same_currency & changed & ~shifted,
        "not agreed": ~item.isin(agreed.index),
        "name": catalogue["Varenavn"].isna() | (catalogue["Varenavn"].str.len() > 80),
        "period": (day(catalogue["Gyldig til"]) < AS_OF) | (day(catalogue["Gyldig fra"]) > AS_OF),
        "duplicate": item.duplicated(keep=False),
    }
    return found, int((~agreed.index.isin(item)).sum())


def main():
    catalogue, prices, previous = (read(path) for path in sys.argv[1:4])
    found, missing = check(catalogue, prices, previous)
    withheld = pd.Series(False, index=catalogue.index)
    for name, lines in found.items():
        if name not in ("name", "price change"):
            withheld |= lines
    approved = catalogue[~withheld]
    approved.to_csv(sys.argv[4], sep=";", index=False, lineterminator="\r\n")
    counts = {name: int(lines.sum()) for name, lines in found.items()}
    print({**counts, "agreed item missing": missing, "approved": len(approved)})


def leave_figures():
    used = resource.getrusage(resource.RUSAGE_SELF)
    # Kilobytes, but on macOS bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    figures = {"cpuSeconds": used.ru_utime + used.ru_stime, "memoryBytes": used.ru_maxrss * unit}
    with open(os.environ["BENCH_USAGE"], "w", encoding="utf-8") as file:
        json.dump(figures, file)


main()
if "BENCH_USAGE" in os.environ:
    leave_figures()
