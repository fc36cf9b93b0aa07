# ruff: noqa: RUF001, RUF003 – letters of other scripts that look like Latin ones
"""Words of many languages in the order in which their readers look for them."""

ORDERS = {
    # accents decide only between words that are equal without them
    "fr": ["cote", "coté", "côte", "côté", "coter", "écharpe", "Évry", "Ézy", "fête"],
    # Canada compares accents from the word's end, as dictionaries of French did
    "fr-ca": ["cote", "côte", "coté", "côté", "coter"],
    # ñ is a letter of its own; ch and ll are not
    "es": ["caña", "chico", "cielo", "llama", "luz", "nube", "ñandú", "oca", "Úbeda"],
    # ä as a, ß as ss
    "de": ["Apfel", "Ärger", "Arzt", "Ofen", "Öl", "Oma", "Strasse", "Straße", "Zoll"],
    # å, ä, ö stand behind z
    "sv": ["Ale", "Lund", "Ystad", "Zinkgruvan", "Åmål", "Älmhult", "Örebro"],
    "fi": ["Aura", "Espoo", "Vantaa", "Ylöjärvi", "Åbo", "Äänekoski", "Öja"],
    # æ, ø, å stand behind z, and aa is å
    "da": ["Billund", "Vejle", "Zealand", "Ærø", "Ølstykke", "Aarhus", "Års"],
    "nb": ["Bergen", "Oslo", "Tromsø", "Ærfugl", "Ørland", "Ålesund"],
    # þ, æ, ö stand behind z, each vowel with an accent behind the plain one
    "is": ["Akureyri", "Aþena", "Árborg", "Dalvík", "Eyri", "Ísafjörður",
           "Þorlákshöfn", "Ölfus"],
    # ch stands behind h; č, ř, š, ž are letters of their own
    "cs": ["cihla", "Czech", "Čáslav", "Děčín", "Hradec", "Cheb", "Chrudim", "Ivančice",
           "Řím", "Slaný", "Šluknov", "Zlín", "Žatec"],
    "sk": ["cena", "čas", "dom", "hrad", "chata", "ihla", "slon", "šál"],
    # ą, ć, ł, ń, ś, ź, ż follow their plain letters
    "pl": ["Cz", "Ćma", "Lublin", "Łomża", "Zamość", "Żory"],
    "hr": ["cvijet", "čamac", "ćuk", "dan", "džep", "đak", "luk", "ljeto", "noć",
           "njiva", "šuma", "zub", "žaba"],
    "sl": ["cesta", "čebela", "sol", "šola", "zima", "žoga"],
    # cs, gy, sz, zs are letters; ö and ő stand together behind o
    "hu": ["cukor", "csak", "gáz", "gyár", "ok", "ól", "öl", "őr", "szer", "zsír"],
    "ro": ["an", "apă", "ăla", "în", "sat", "șarpe", "tare", "țară", "zi"],
    # y stands with i; č, š, ž behind their plain letters
    "lt": ["cukrus", "česnakas", "inga", "yra", "irti", "jūra", "sala", "šuo", "žemė"],
    "lv": ["cūka", "čakls", "gulbis", "ģimene", "kurpe", "ķirsis", "lūgt", "ļoti"],
    # z stands behind s, and õ, ä, ö, ü at the end
    "et": ["saar", "šokk", "zoo", "žanr", "tee", "vald", "õun", "ärkel", "öö", "ükski"],
    # ġ before g's other words, għ behind g, ħ behind h
    "mt": ["ċavetta", "dar", "ġebel", "gallina", "għar", "hena", "ħobż",
           "iġifieri", "żarbun", "zalza"],
    "tr": ["cam", "çam", "göl", "ğ", "ılık", "inek", "ordu", "örnek", "sakız", "şeker"],
    "sq": ["cak", "çaj", "dore", "dhi", "gur", "gjak", "lule", "llamba", "sot", "shi"],
    # ґ behind г, є behind е, і and ї behind и; ь near the end
    "uk": ["гора", "ґанок", "дім", "етап", "єдність", "життя", "иржа", "ім’я", "їжак",
           "йод"],
    "bg": ["автор", "България", "зима", "йога", "щит", "ягода"],
    # ѓ behind д, ѕ behind з, ќ behind т
    "mk": ["где", "ден", "ѓон", "зора", "ѕвезда", "јас", "куќа", "ќе", "џеб"],
    # accents do not part letters, the sigma at a word's end is a sigma
    "el": ["άγιος", "Αθήνα", "άνω", "έργο", "ήλιος", "λαός", "λαοσσόος", "ωδή"],
    "ar": ["أثينا", "باريس", "تونس", "روما", "مدريد"],
    "ka": ["აბასთუმანი", "ბათუმი", "თბილისი"],
    "hy": ["Արարատ", "Գյումրի", "Երևան"],
}  # fmt: skip
