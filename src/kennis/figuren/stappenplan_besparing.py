"""Figuren bij stap 3C van het stappenplan: een verzonnen afspraak over gedeelde besparing."""

from __future__ import annotations

from matplotlib.figure import Figure

from kennis import tabellen
from kennis.figuren import PALET, Plaat, stijl

_JAREN = {"jaar1": "jaar 1", "jaar2": "jaar 2", "jaar3": "jaar 3"}
# Per rij van de tabel: de naam in de figuur en de kleur.
_REEKSEN = {
    "zonder": ("ziekenhuis, zonder delen", "steen"),
    "met": ("ziekenhuis, met delen", "petrol"),
    "verzekeraar": ("verzekeraar, met delen", "blauw"),
}
_HOOGTE = 0.25


def drie_jaar() -> Plaat:
    """Het saldo van ziekenhuis en verzekeraar in drie jaar, met en zonder delen."""
    tabel = tabellen.laad("stappenplan_rekenvoorbeeld").set_index("sleutel")
    with stijl():
        figuur = Figure(figsize=(4.8, 3.8), layout="constrained")
        as_ = figuur.subplots()
        for nummer, (sleutel, (naam, kleur)) in enumerate(_REEKSEN.items()):
            for plek, jaar in enumerate(_JAREN):
                waarde = int(tabel.loc[sleutel, jaar])
                hoogte = plek + (nummer - 1) * _HOOGTE
                as_.barh(hoogte, waarde, height=_HOOGTE * 0.86, color=PALET[kleur], label=naam if plek == 0 else None)
                tekst = str(waarde).replace("-", "\N{MINUS SIGN}")
                rechts = waarde >= 0
                as_.annotate(
                    tekst, (waarde, hoogte), (5 if rechts else -5, 0), textcoords="offset points",
                    va="center", ha="left" if rechts else "right", fontsize=10,
                )  # fmt: skip
        as_.axvline(0, color=PALET["inkt-zacht"], linewidth=1)
        as_.set_yticks(range(len(_JAREN)), list(_JAREN.values()), fontsize=11)
        as_.set_xlim(-78, 78)
        as_.invert_yaxis()
        as_.tick_params(length=0)
        as_.xaxis.set_visible(False)
        for rand in ("left", "bottom"):
            as_.spines[rand].set_visible(False)
        figuur.legend(loc="outside lower center", ncols=1, frameon=False, fontsize=10)
    koppen = {"post": "Post", **{sleutel: naam.capitalize() for sleutel, naam in _JAREN.items()}, "samen": "Samen"}
    return Plaat(
        figuur=figuur,
        titel="Het ziekenhuis komt pas in het derde jaar boven nul (verzonnen bedragen × 1.000 euro)",
        alt=(
            "Liggende staven voor drie jaren. Zonder delen verliest het ziekenhuis elk jaar, het meest in jaar 2. "
            "Met delen wordt het verlies in jaar 2 kleiner en is er in jaar 3 winst. "
            "De verzekeraar staat in jaar 1 op nul en wint in jaar 2 en 3."
        ),
        tabel=tabel.loc[list(_REEKSEN), list(koppen)].rename(columns=koppen),
        bron="[de makers van dit boek](#bron-makers); alle bedragen zijn verzonnen",
    )
