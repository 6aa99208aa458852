"""De rekenregels per soort gereedschap, twee keer: in Python en in JavaScript, naast elkaar.

`veld.py` en `veld.js` geven op dezelfde invoer hetzelfde antwoord; `tests/regels` vergelijkt ze
op duizenden gevallen. De teksten en grenzen staan als data in `gereedschap/<naam>/regels.json`.
"""
