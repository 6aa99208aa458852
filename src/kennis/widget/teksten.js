// De zinnen van een soort staan in teksten.json; een gereedschap kan ze in zijn regels anders zeggen.

// Vul aan wat het gereedschap niet zelf zegt. In het object zelf, want wat later komt wordt daar ook ingevuld.
export function vulTeksten(regels, standaard) {
  regels.teksten = { ...standaard, ...regels.teksten };
  return regels;
}
