"""A file with very many fictional tenants, as a landlord would send it: the same one every time."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

HEADER = (
    "Relatienummer", "Aanhef", "Voorletters", "Tussenvoegsel", "Achternaam", "Mobiel", "Straat", "Huisnummer",
    "Postcode", "Plaats", "Complex",
)  # fmt: skip
PHONE = HEADER.index("Mobiel")
NAMES = (
    "Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "Dekker", "Dijkstra",
    "Kok", "Vermeulen", "Schouten", "Willems", "Hoekstra", "Koster", "Prins", "Huisman", "Postma", "Kuipers",
)  # fmt: skip
ENDS = ("", "", "", "", "man", "stra", "sma", "inga", "huis", "berg", "dijk", "veld", "kamp", "hof")
STREETS = ("Kerk", "Molen", "Dorps", "School", "Stations", "Beatrix", "Juliana", "Park", "Eiken", "Beuken", "Linden")
KINDS = ("straat", "weg", "laan", "plein", "hof", "kade", "singel")
CITIES = ("Eemstad", "Den Haag", "Amersfoort", "Ede", "Veenendaal", "Barneveld")
INITIALS = "ABCDEHJKLMPRSTW"


def rows(count: int) -> Iterator[list[str]]:
    """Give tenants, each with a number of its own: seven in ten a mobile."""
    draw = random.Random(1)
    for number in range(count):
        mobile = draw.random() < 0.7
        digits = f"06{draw.choice('123458')}{number:07}" if mobile else f"0318{200_000 + number:06}"
        street = draw.choice(STREETS) + draw.choice(KINDS) + draw.choice(("", "", "", " Noord", " West"))
        yield [
            f"{number:06}",
            draw.choice(("Dhr.", "Mevr.", "")),
            "".join(f"{draw.choice(INITIALS)}." for _ in range(draw.randint(1, 3))),
            draw.choice(("", "", "", "van", "van der", "de")),
            draw.choice(NAMES) + draw.choice(ENDS),
            draw.choice((digits, f"{digits[:2]}-{digits[2:]}", f"{digits[:2]} {digits[2:]}")),
            street,
            f"{draw.randint(1, 300)}{draw.choice(('', '', '', 'A', ' bis'))}",
            f"{draw.randint(1000, 9999)} {draw.choice('ABCDEFGH')}{draw.choice('ABCDEFGH')}",
            draw.choice(CITIES),
            f"C{draw.randint(1, 80)}",
        ]


def write_csv(path: Path, count: int) -> Path:
    """Write the file as Excel in the Netherlands saves it."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        writer.writerows(rows(count))
    return path


def write_xlsx(path: Path, count: int) -> Path:
    """Write the same tenants as a workbook."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for line, row in enumerate((HEADER, *rows(count))):
            for place, text in enumerate(row):
                sheet.write_string(line, place, text)
    return path
