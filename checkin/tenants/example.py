"""A file to begin with: the columns that most landlords have, with two people who do not exist."""

from __future__ import annotations

HEADER = (
    "Relatienr.;Aanhef;Voorletters;Tussenvoegsel;Achternaam;Telefoon mobiel;Telefoonnummer;Straatnaam;Huisnr;"
    "Toevoeging;Postcode;Plaats;VHE nr.;Complex;Geb.datum;Overleden"
)
FIRST = (
    "000123;mevrouw;A.M.;van der;Voorbeeld;06-12345678;0318-123456;Kerkstraat;12;A;"
    "1234 AB;Eemstad;004711;C12;12-03-1941;"
)
SECOND = "000124;de heer;B.;;Voorbeeldsma;;0318-654321;Dorpsplein;3;;1234 AC;Eemstad;004712;C12;01-07-1950;"
EXAMPLE = f"{HEADER}\r\n{FIRST}\r\n{SECOND}\r\n"
