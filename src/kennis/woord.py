"""Wat een nette tekst is: zonder witruimte aan de randen, zonder onleesbare tekens, getallen met een komma. Tweeling van woord.js."""

from __future__ import annotations

import math
import re
import unicodedata
from decimal import Decimal
from typing import Any

# Python en JavaScript kennen niet dezelfde witruimte; daarom staat zij hier uitgeschreven,
# gelijk aan WITRUIMTE in woord.js.
WITRUIMTE = " \t\n\r\f\v\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
# Tekens die de leesrichting omgooien: onzichtbaar, en een naam kan er anders door lijken dan hij is.
RICHTING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Stuurtekens, halve tekens en wat in geen xml mag staan: geen bestand of plaatje kan ermee overweg.
ONLEESBAAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def leesbaar(tekst: str) -> str:
    """Vervang elk onleesbaar teken door �, zodat de tekst overal bewaard en getoond kan worden."""
    return ONLEESBAAR.sub("\ufffd", tekst)


def schoon(waarde: Any) -> str:
    """Maak van een waarde nette tekst: NFC, gewone regeleinden, geen richtingstekens, zonder witruimte aan de randen.

    >>> schoon("  Menzis\\u00a0"), schoon("a\\r\\nb")
    ('Menzis', 'a\\nb')
    """
    tekst = str(waarde)
    if not tekst.isascii():
        tekst = unicodedata.normalize("NFC", RICHTING.sub("", tekst))
    if "\r" in tekst:
        tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    return tekst.strip(WITRUIMTE)


def leeg(waarde: Any) -> bool:
    """Zeg of een cel leeg is (None, NaN of alleen witruimte)."""
    if waarde is None:
        return True
    if isinstance(waarde, float):
        return math.isnan(waarde)
    return isinstance(waarde, str) and schoon(waarde) == ""


def schrijf_getal(getal: float) -> str:
    """Schrijf een getal om te lezen: decimale komma, hoogstens tien cijfers, geen overbodige nullen.

    >>> schrijf_getal(7.50), schrijf_getal(3.0), schrijf_getal(1 / 3), schrijf_getal(2.5e10)
    ('7,5', '3', '0,3333333333', '25000000000')
    """
    return schrijf_precies(float(f"{getal:.10g}"))


def schrijf_precies(getal: float) -> str:
    """Schrijf een getal zo dat `kolommen.lees_getal` precies hetzelfde getal teruggeeft, zonder e-macht.

    >>> schrijf_precies(0.1 + 0.2), schrijf_precies(1e22), schrijf_precies(-0.0)
    ('0,30000000000000004', '10000000000000000000000', '0')
    """
    if not math.isfinite(getal):
        return ""
    # Drie cijfers achter de komma lezen met een komma nooit dubbelzinnig.
    cijfers = format(Decimal(repr(float(getal) + 0.0)), "f")
    return (cijfers.rstrip("0").rstrip(".") if "." in cijfers else cijfers).replace(".", ",")
