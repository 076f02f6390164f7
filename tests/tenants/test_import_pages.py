from __future__ import annotations

import io
import re

import openpyxl
import pytest
from flask import Flask
from sqlmodel import col, select

from checkin.db import reading, unit_of_work
from checkin.runtime import Runtime
from checkin.tenants import intakes
from checkin.tenants.example import EXAMPLE, HEADER
from checkin.tenants.intake_models import ColumnChoice, ImportPage, ImportUndo, TenantImport
from checkin.tenants.models import Tenant
from checkin.tenants.uploads import Uploads
from tests.tenants.conftest import workbook
from tests.visitor import Visitor
from workers.imports import work_on_every_import

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is stored is tested on both databases; pages ask it of one."""


def upload(visitor: Visitor, content: bytes, name: str = "huurders.csv"):
    visitor.get("/tenants/import")
    return visitor.post("/tenants/import", file=(io.BytesIO(content), name))


def columns(visitor: Visitor, content: bytes) -> str:
    """Upload a file and give the address of its page."""
    response = upload(visitor, content)
    assert response.status_code == 302
    return str(response.location)


def check(visitor: Visitor, runtime: Runtime, content: bytes, **given: str) -> str:
    """Upload a file, agree with its columns, let the worker look at it, and give the address of its page."""
    address = columns(visitor, content)
    page = visitor.get(address).text
    if "Kolommen van uw bestand" in page:
        visitor.post(f"{address}/columns", look="x", **{**choices_on(page), **given})
    assert visitor.get(address).headers["Refresh"]
    work_on_every_import(runtime)
    return address


def bring_in(visitor: Visitor, runtime: Runtime, content: bytes | str) -> str:
    """Upload a file and import it."""
    address = check(visitor, runtime, content.encode() if isinstance(content, str) else content)
    visitor.post(address, start="Inlezen")
    work_on_every_import(runtime)
    return address


def choices_on(page: str) -> dict[str, str]:
    """Give what the page's own form would send."""
    chosen = {}
    for name, options in re.findall(r'<select id="[^"]*" name="([^"]*)">(.*?)</select>', page, re.DOTALL):
        selected = re.search(r'value="([^"]*)" selected', options)
        chosen[name] = selected[1] if selected else ""
    return chosen


def names(runtime: Runtime) -> list[str]:
    with reading(runtime) as session:
        return list(session.exec(select(Tenant.last_name).order_by(col(Tenant.id))))


def waiting_files(runtime: Runtime) -> list[str]:
    directory = Uploads(runtime.settings.data_directory).directory
    return sorted(path.suffix for path in directory.iterdir()) if directory.exists() else []


def test_a_coordinator_brings_in_tenants_in_four_steps(coordinator: Visitor, runtime: Runtime):
    address = columns(coordinator, EXAMPLE.encode())
    page = coordinator.get(address)
    assert page.text.count("<h1") == 1
    assert "06 •• •• 56 78" in page.text
    assert "06-12345678" not in page.text

    coordinator.post(f"{address}/columns", look="x", **choices_on(page.text))
    assert "Wij kijken uw bestand na" in coordinator.get(address).text
    work_on_every_import(runtime)
    page = coordinator.get(address).text
    assert "<b>2</b><span>nieuw</span>" in page
    assert names(runtime) == []

    coordinator.post(address, start="Inlezen")
    work_on_every_import(runtime)
    done = coordinator.get(address).text
    assert "Klaar. De huurders staan in de lijst." in done
    assert names(runtime) == ["Voorbeeld", "Voorbeeldsma"]
    assert waiting_files(runtime) == []
    assert stored(runtime, ImportPage) == 0


def stored(runtime: Runtime, kind: type[object]) -> int:
    with reading(runtime) as session:
        return len(session.exec(select(kind)).all())


def test_a_second_click_imports_nothing_again(coordinator: Visitor, runtime: Runtime):
    address = check(coordinator, runtime, EXAMPLE.encode())
    for _click in range(2):
        assert coordinator.post(address, start="Inlezen").status_code == 302
        work_on_every_import(runtime)
    assert len(names(runtime)) == 2
    assert "Klaar" in coordinator.get(address).text


def test_the_same_file_again_is_all_the_same_and_its_columns_are_known(coordinator: Visitor, runtime: Runtime):
    bring_in(coordinator, runtime, EXAMPLE)
    address = columns(coordinator, EXAMPLE.encode())
    assert "Wij kijken uw bestand na" in coordinator.get(address).text
    work_on_every_import(runtime)
    page = coordinator.get(address).text
    assert "<b>2</b><span>gelijk</span>" in page
    assert "Dit bestand verandert niets aan de lijst." in page


def test_what_somebody_chose_for_the_columns_is_remembered(coordinator: Visitor, runtime: Runtime):
    content = b"Relatienr;Wie;Mobiel;Plaats\n1;Jansen;0612345678;Eemstad\n"
    address = check(coordinator, runtime, content, **{"column-1": "last_name"})
    coordinator.post(address, start="x")
    work_on_every_import(runtime)
    assert names(runtime) == ["Jansen"]
    again = columns(coordinator, content.replace(b"Jansen", b"Janssen"))
    work_on_every_import(runtime)
    assert "<b>1</b><span>gewijzigd</span>" in coordinator.get(again).text
    assert "Verandert: Achternaam of hele naam" in coordinator.get(again).text
    assert stored(runtime, ColumnChoice) == 1


def test_a_wrong_cell_is_put_right_in_place(coordinator: Visitor, runtime: Runtime):
    address = check(coordinator, runtime, b"Relatienr;Achternaam;Mobiel\n1;Jansen;06 1234567\n2;Bakker;0612345679\n")
    assert 'name="cell-2-2" value="06 1234567"' in coordinator.get(address).text
    coordinator.post(f"{address}/cells", look="x", **{"cell-2-2": "06 12345678", "cell-2-99": "x", "cell-x": "y"})
    work_on_every_import(runtime)
    assert "<b>2</b><span>nieuw</span>" in coordinator.get(address).text
    coordinator.post(address, start="x")
    work_on_every_import(runtime)
    assert names(runtime) == ["Jansen", "Bakker"]


def test_the_wrong_rows_come_back_as_a_spreadsheet(coordinator: Visitor, runtime: Runtime):
    content = b"Relatienr;Achternaam;Mobiel;BSN\n001;=1+1;06 1234567;123456782\n2;Bakker;0612345679;1\n"
    address = check(coordinator, runtime, content)
    response = coordinator.get(f"{address}/fout.xlsx")
    rows = list(openpyxl.load_workbook(io.BytesIO(response.data)).active.values)
    assert rows == [
        ("Wat is er mis", "Relatienr", "Achternaam", "Mobiel"),
        ("‘06 1234567’ is één cijfer te kort.", "001", "=1+1", "06 1234567"),
    ]


def test_an_import_is_taken_back_within_a_day(coordinator: Visitor, runtime: Runtime):
    header = "Relatienr;Achternaam;Mobiel;Plaats;Niet bellen"
    bring_in(coordinator, runtime, f"{header}\n1;Jansen;0612345678;Eemstad;\n")
    second = f"{header}\n1;Jansen;0687654321;Amersfoort;\n2;Bakker;0612345679;;\n3;Visser;0612345670;;ja\n"
    address = bring_in(coordinator, runtime, second)
    with unit_of_work(runtime) as session:
        session.exec(select(Tenant).where(Tenant.external_ref == "1")).one().city = "Leusden"
    assert "Terugdraaien" in coordinator.get(address).text
    coordinator.post(address, undo="x")
    work_on_every_import(runtime)
    assert "Het inlezen is teruggedraaid." in coordinator.get(address).text
    assert names(runtime) == ["Jansen", "Visser"]  # who asked to be stopped stays, and stays stopped
    with reading(runtime) as session:
        jansen = session.exec(select(Tenant).where(Tenant.external_ref == "1")).one()
        assert (jansen.mobile, jansen.city) == ("+31612345678", "Leusden")
        assert session.exec(select(Tenant).where(Tenant.external_ref == "3")).one().stopped_at is not None
        assert session.exec(select(TenantImport).order_by(col(TenantImport.id).desc())).first().undone == {
            "removed": 1, "stayed": 2
        }  # fmt: skip
    assert stored(runtime, ImportUndo) == 1  # of the first import


def test_an_import_on_which_a_later_one_builds_is_not_taken_back(coordinator: Visitor, runtime: Runtime, clock):
    first = bring_in(coordinator, runtime, EXAMPLE)
    clock.advance(minutes=1)
    second = bring_in(coordinator, runtime, EXAMPLE.replace("Kerkstraat", "Dorpsplein"))
    assert "Terugdraaien" not in coordinator.get(first).text
    coordinator.post(first, undo="x")
    work_on_every_import(runtime)
    assert len(names(runtime)) == 2
    clock.advance(hours=25)
    assert "Terugdraaien" not in coordinator.get(second).text
    with unit_of_work(runtime) as session:
        assert intakes.anything_to_sweep(session, now=runtime.now())
        intakes.sweep(session, now=runtime.now())
        assert not intakes.anything_to_sweep(session, now=runtime.now())
    assert stored(runtime, ImportUndo) == 0


def test_an_excel_file_with_another_name_is_read_by_its_content(coordinator: Visitor):
    content = workbook(["Relatienr", "Achternaam", "Mobiel"], [1, "Jansen", 612345678])
    assert upload(coordinator, content, "huurders.txt").status_code == 302


def test_errors_are_said_in_words_with_their_row(coordinator: Visitor, runtime: Runtime):
    page = coordinator.get(
        check(coordinator, runtime, b"Relatienr;Achternaam;Mobiel\n1;Jansen;06 1234567\n2;;06 1\n3;Vos;0612345678\n")
    ).text
    assert "Regel 2" in page
    assert "‘06 1234567’ is één cijfer te kort." in page
    assert "2 regels met een fout blijven liggen." in page
    assert page.index("Regel 2") < page.index("Regel 3")


def test_messages_follow_the_language_of_the_reader(coordinator: Visitor, runtime: Runtime):
    address = check(coordinator, runtime, b"Relatienr;Achternaam;Mobiel\n1;Jansen;06 1234567\n")
    assert "‘06 1234567’ is one digit too short." in coordinator.get(address, headers={"Accept-Language": "en"}).text


def test_refused_columns_are_named_and_never_shown_or_kept(coordinator: Visitor, runtime: Runtime):
    content = b"Achternaam;Mobiel;BSN;Mantelzorger\nJansen;0612345678;123456782;Piet Puk\n"
    page = coordinator.get(columns(coordinator, content)).text
    assert "BSN – lezen wij niet in" in page
    assert "Mantelzorger – gegevens van een ander, lezen wij niet in" in page
    assert "123456782" not in page
    assert "Piet Puk" not in page


def test_a_file_without_a_name_says_so_and_is_explained_by_hand(coordinator: Visitor, runtime: Runtime):
    address = check(coordinator, runtime, b"Relatienr;Achternam;Mobiel;Plaats\n1;Jansen;0612345678;Eemstad\n")
    page = coordinator.get(address).text
    assert "Er is geen kolom met de achternaam." in page
    assert 'name="start"' not in page
    again = coordinator.get(f"{address}/columns").text
    assert "Misschien: Achternaam of hele naam?" in again
    coordinator.post(f"{address}/columns", look="x", **{**choices_on(again), "column-1": "last_name"})
    work_on_every_import(runtime)
    coordinator.post(address, start="Inlezen")
    work_on_every_import(runtime)
    assert names(runtime) == ["Jansen"]


def test_notes_are_read_only_when_somebody_ticks_it(coordinator: Visitor, runtime: Runtime):
    content = b"Relatienr;Achternaam;Mobiel;Opmerking\n1;Jansen;0612345678;hond\n"
    address = check(coordinator, runtime, content, with_notes="y")
    coordinator.post(address, start="x")
    work_on_every_import(runtime)
    with reading(runtime) as session:
        assert session.exec(select(Tenant.note)).one() == "hond"


def test_a_refused_column_cannot_be_chosen_by_hand(coordinator: Visitor, runtime: Runtime):
    content = b"Achternaam;Mobiel;BSN\nJansen;0612345678;123456782\n"
    address = check(coordinator, runtime, content, **{"column-2": "note", "with_notes": "y"})
    coordinator.post(f"{address}/cells", look="x", **{"cell-2-2": "123456782"})
    work_on_every_import(runtime)
    coordinator.post(address, start="Inlezen")
    work_on_every_import(runtime)
    with reading(runtime) as session:
        assert session.exec(select(Tenant.note)).one() == ""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Dit bestand is leeg."),
        (b"%PDF-1.7", "Dit is geen lijst die wij kunnen lezen."),
        (b"Jansen;0612345678;Eemstad\n", "Wij herkennen geen kolomnamen"),
        (b'Achternaam;Mobiel\n"Jansen;0612345678\n', "In regel 2 staat een aanhalingsteken"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(coordinator: Visitor, runtime: Runtime, content, words):
    response = upload(coordinator, content)
    assert response.status_code == 422
    assert words in response.text
    assert "<title>Fout: " in response.text
    assert waiting_files(runtime) == []


def test_without_a_file_the_page_says_so(coordinator: Visitor):
    coordinator.get("/tenants/import")
    response = coordinator.post("/tenants/import")
    assert response.status_code == 422
    assert "Kies eerst een bestand." in response.text


def test_thirty_megabytes_are_heard_out_and_refused_in_words(coordinator: Visitor, runtime: Runtime):
    head = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="groot.csv"\r\n\r\n'
    body = io.BytesIO(head + b"x" * 30 * 1024 * 1024 + b"\r\n--edge--\r\n")
    size = len(body.getvalue())
    coordinator.get("/tenants/import")
    response = coordinator.client.post(
        "/tenants/import", input_stream=body, content_length=size, content_type="multipart/form-data; boundary=edge"
    )
    assert response.status_code == 413
    assert body.tell() == size
    assert "Dit bestand is te groot" in response.text
    assert waiting_files(runtime) == []
    assert names(runtime) == []


def test_a_file_can_be_thrown_away_unread(coordinator: Visitor, runtime: Runtime):
    address = check(coordinator, runtime, EXAMPLE.encode())
    coordinator.post(address, forget="x")
    assert waiting_files(runtime) == []
    assert coordinator.get(address).location == "/tenants/import"
    assert names(runtime) == []


@pytest.mark.parametrize("address", ["/tenants/import/x", "/tenants/import/" + "a" * 32])
def test_a_file_that_is_not_there_leads_back_to_the_beginning(coordinator: Visitor, address):
    assert coordinator.get(address).location == "/tenants/import"


def test_the_example_is_there_to_begin_with(coordinator: Visitor):
    response = coordinator.get("/tenants/import/voorbeeld.csv")
    assert response.data.decode("utf-8-sig").startswith(HEADER)
    assert upload(coordinator, response.data).status_code == 302


def test_only_coordinators_bring_in_tenants(samira: Visitor, app: Flask):
    assert samira.get("/tenants/import").status_code == 403
    assert samira.post("/tenants/import", file=(io.BytesIO(b"x"), "x.csv")).status_code == 403
    assert Visitor(app).get("/tenants/import").status_code == 302


def test_names_that_look_like_code_are_shown_as_text(coordinator: Visitor, runtime: Runtime):
    content = "Relatienr;Achternaam;Mobiel;<b>x</b>\n1;<script>alert(1)</script>;06 1;<i>y</i>\n"
    page = coordinator.get(check(coordinator, runtime, content.encode())).text
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page
    assert "<i>y</i>" not in page


def test_the_list_finds_tenants_by_name_street_and_number(coordinator: Visitor, runtime: Runtime):
    bring_in(coordinator, runtime, EXAMPLE)
    everybody = coordinator.get("/tenants").text
    assert "Mevrouw Van der Voorbeeld" in everybody
    assert "06 •• •• 56 78" in everybody
    assert "12345678" not in everybody
    for search in ("voorbeeldsma", "dorpsplein", "0318-654321", "+31318654321", "000124", "Dorpsplein 3"):
        page = coordinator.get("/tenants", query_string={"q": search}).text
        assert "Meneer Voorbeeldsma" in page, search
        assert "Van der Voorbeeld" not in page, search
    assert "Niemand gevonden voor" in coordinator.get("/tenants", query_string={"q": "100%_\\"}).text


def test_the_list_shows_fifty_at_a_time(coordinator: Visitor, runtime: Runtime):
    lines = "".join(f"{n};Naam{n:03};06{12345000 + n}\n" for n in range(60))
    bring_in(coordinator, runtime, f"Relatienr;Achternaam;Mobiel\n{lines}")
    first = coordinator.get("/tenants").text
    assert ("Naam049" in first, "Naam050" in first) == (True, False)
    assert "Naam059" in coordinator.get("/tenants?page=2").text
    for page in ("-1", "0", "1e9", "x", "99999999999999999999"):
        assert coordinator.get(f"/tenants?page={page}").status_code == 200
    assert 'href="/tenants?q=Naam%20%25&amp;page=2"' not in coordinator.get("/tenants?q=Naam%20%25").text


def test_a_search_with_signs_of_its_own_can_be_turned_over(coordinator: Visitor, runtime: Runtime):
    lines = "".join(f"{n};100% {n:03};06{12345000 + n}\n" for n in range(60))
    bring_in(coordinator, runtime, f"Relatienr;Achternaam;Mobiel\n{lines}")
    page = coordinator.get("/tenants", query_string={"q": "100%"}).text
    assert "q=100%25&amp;page=2" in page


def test_an_empty_list_shows_where_to_begin(coordinator: Visitor):
    assert "Nog geen huurders." in coordinator.get("/tenants").text
