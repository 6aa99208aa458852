"""Wat alle gereedschappen delen: de basis, de gastheer op een pagina en de soorten beeld."""
