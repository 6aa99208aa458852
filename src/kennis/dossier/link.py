"""Een link met een dossier in het adres: klein gemaakt, en te lezen zonder server. Tweeling van link.js.

De vorm is `#kb=<waar>.<letters>`: `waar` is een gereedschap of "dossier", `letters` is json, klein gemaakt (deflate)
en geschreven als base64url.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from typing import Any

from kennis.dossier import versies
from kennis.kolommen import Fout, InvoerFout

MEEST_BYTES = 10_000_000  # een dossier is zelden groter dan 1 MB; een link die veel groter uitpakt, is geen dossier

GEEN_LINK = "hierin staat geen link met een dossier; zo'n link bevat '#kb='"
NIET_HEEL = "de link is niet heel overgekomen; vraag om een nieuwe, of om het dossier als bestand"
TE_GROOT = "wat in de link zit is te groot voor een dossier"

_LINK = re.compile(r"#kb=([a-z0-9-]+)\.([A-Za-z0-9_-]+)(.*)", re.S)
# Wat een mailprogramma midden in een lange link zet: een regeleinde, een spatie, of hun vorm in een adres.
_GEBROKEN = re.compile(r"(?:=?\s|%20|%0[AaDd]|\u200b|%E2%80%8B|>)+")


def schrijf_link(gegevens: Any, waar: str = "dossier") -> str:
    """Schrijf gegevens als het deel van een adres dat met # begint.

    >>> lees_link(schrijf_link({"secties": {}}, "prioritering"))
    ('prioritering', {'secties': {}})
    """
    tekst = json.dumps(gegevens, ensure_ascii=False, separators=(",", ":"))
    pers = zlib.compressobj(9, wbits=-15)
    klein = pers.compress(tekst.encode("utf-8")) + pers.flush()
    return f"#kb={waar}.{base64.urlsafe_b64encode(klein).decode('ascii').rstrip('=')}"


def lees_link(tekst: str) -> tuple[str, Any]:
    """Vind de link in een tekst en geef voor welk gereedschap zij is, met de gegevens erin.

    Wat een mailprogramma eraan plakte (een punt, een haakje, een spatie) telt niet mee.

    Fouten: `InvoerFout` als er geen link staat, als zij niet heel is, of als zij te groot uitpakt.
    """
    gevonden = _LINK.search(tekst)
    if not gevonden:
        raise InvoerFout([Fout("de link", None, None, None, GEEN_LINK)])
    waar, letters, rest = gevonden.groups()
    heel = re.match(r"[A-Za-z0-9_-]*", _GEBROKEN.sub("", letters + rest))
    waarom = NIET_HEEL
    for poging in dict.fromkeys((letters, heel[0] if heel else letters)):
        try:
            gegevens = _pak_uit(poging)
        except OverflowError:
            waarom = TE_GROOT
        except (ValueError, zlib.error, binascii.Error, RecursionError):
            continue
        else:
            return waar, _als_dossier(gegevens, waar)
    raise InvoerFout([Fout("de link", None, None, None, waarom)])


def _pak_uit(letters: str) -> Any:
    pers = zlib.decompressobj(wbits=-15)
    bytes_ = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
    inhoud = pers.decompress(bytes_, MEEST_BYTES + 1)
    if len(inhoud) > MEEST_BYTES:
        raise OverflowError
    if not pers.eof or pers.unused_data:
        raise ValueError("niet heel")
    gegevens, fouten = versies.lees_json(inhoud.decode("utf-8"), "de link")
    if fouten:
        raise ValueError("geen json")
    return gegevens


def _als_dossier(gegevens: Any, waar: str) -> Any:
    """Een link van versie 1 had alleen de keuzes van haar gereedschap."""
    oud = isinstance(gegevens, dict) and "kennisdossier" not in gegevens and "keuzes" in gegevens
    return {**gegevens, "keuzes": {waar: gegevens["keuzes"]}} if oud and waar != "dossier" else gegevens
