"""Chromium vinden, en installeren als iemand daarom vraagt. De tests van de bladzijden draaien in een echte browser."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from kennis.boek.werk import OpdrachtFout, stap

NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
VASTE_PLEKKEN = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)
# Geen netwerk uit zichzelf: de tests mogen niets van buiten nodig hebben.
OPTIES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")
UITLEG = (
    "Er is geen Chromium op deze computer, en de tests van de bladzijden hebben er een nodig. "
    "Installeer Chromium of Chrome (Debian en Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium; "
    "Windows: winget install Google.Chrome), laat `kennis test --installeer` het met apt doen, of zet de omgevingsvariabele CHROME op het programma."
)


def vind() -> str:
    """Geef het pad van Chromium: uit CHROME, van het zoekpad, of van een vaste plek.

    Fouten: `OpdrachtFout` met wat je kunt installeren.
    """
    gekozen = os.environ.get("CHROME")
    if gekozen:
        pad = shutil.which(gekozen)
        if pad:
            return pad
        raise OpdrachtFout(f"De omgevingsvariabele CHROME wijst naar '{gekozen}', maar daar staat geen programma.")
    for naam in NAMEN:
        if pad := shutil.which(naam):
            return pad
    for plek in VASTE_PLEKKEN:
        if Path(plek).exists():
            return plek
    raise OpdrachtFout(UITLEG)


def zorg_voor() -> str:
    """Vind Chromium; is hij er niet, installeer hem dan met apt als dat zonder wachtwoord kan."""
    try:
        return vind()
    except OpdrachtFout:
        opdracht = _apt()
        if os.environ.get("CHROME") or opdracht is None:
            raise
    with stap("Chromium installeren (met apt)"):
        gelukt = _stil([*opdracht, "update", "-qq"]) and any(_stil([*opdracht, "install", "-y", "-qq", pakket]) for pakket in NAMEN[:2])
    if not gelukt:
        raise OpdrachtFout(f"Chromium installeren met apt is niet gelukt. {UITLEG}")
    return vind()


def _apt() -> list[str] | None:
    """Geef de opdracht om te installeren, of None als dat hier niet zonder wachtwoord kan."""
    if not shutil.which("apt-get"):
        return None
    if getattr(os, "geteuid", lambda: 1)() == 0:
        return ["apt-get"]
    return ["sudo", "-n", "apt-get"] if shutil.which("sudo") and _stil(["sudo", "-n", "true"]) else None


def _stil(opdracht: list[str]) -> bool:
    omgeving = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(opdracht, env=omgeving, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0
