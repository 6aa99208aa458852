"""Het verslag: van een dossier naar het plan dat een projectleider meeneemt naar de stuurgroep.

`model.maak` maakt van een dossier en de regels van de gereedschappen één lijst van delen (koppen, alinea's, tabellen, figuren).
Elke schrijver (`naar_html`, `naar_docx`, `naar_xlsx`) zet die lijst alleen nog om; zo zeggen pagina, papier, Word en Excel hetzelfde.
Een soort gereedschap levert zijn bijdrage in `verslag/<soort>.py`. Alles heeft een tweeling in JavaScript, voor op de pagina.
"""
