"""What an article says when it instructs its reader, in Spanish, French, Russian, Ukrainian and Arabic."""

from __future__ import annotations

from summarizer.checking.instructions.signs import ADDRESSED, ASIDE, DICTATED, FORM, PROMPT, sign

_SPANISH = (
    sign(
        ASIDE,
        "command",
        "instrucciones|indicaciones|ordenes|reglas|directrices",
        r"\b(?:ignora|ignore|ignoren|ignorad|olvida|olvide|olviden|desatiende|omite|omita)"
        r"(?: (?:todas|todo|las|los|tus|sus|estas|cualquier|de)){0,3}"
        r" (?:instrucciones|indicaciones|ordenes|reglas|directrices)"
        r" (?:anteriores|previas|precedentes|de arriba|originales|del sistema)\b",
    ),
    sign(
        ADDRESSED,
        "any",
        "modelo de lenguaje|inteligencia artificial|asistente|resumidor|chatbot|ia",
        r"\b(?:eres|usted es|actua como|como)(?: ahora)?(?: una?| el| la)?"
        r" (?:modelo de lenguaje|inteligencia artificial|asistente (?:virtual|de ia|digital|util)|ia(?=[,.:])"
        r"|resumidor|chatbot)\b(?! (?:de|que (?:la|el|los|las))\b)",
    ),
    sign(
        DICTATED,
        "opening",
        "cero|ningun|ninguna|0",
        r"\b(?:informa|informe|reporta|reporte|indica|indique|escribe|escriba|registra|registre|anota|anote"
        r"|responde|responda|pon|ponga|di|diga)(?: (?:que|hubo|hay|no|un|total|de|solo)){0,4}"
        r" (?:cero|0|ningun|ninguna) (?:muert[oe]s?|victimas?|bajas|heridos?|fallecid[oa]s?)\b",
    ),
    sign(
        FORM,
        "opening",
        "responde|responda|contesta|conteste",
        r"\b(?:responde|responda|contesta|conteste) (?:solo|solamente|unicamente|exclusivamente)"
        r" (?:con|en)\b",
    ),
)

_FRENCH = (
    sign(
        ASIDE,
        "command",
        "instructions|consignes|regles|directives|ordres",
        r"\b(?:ignore|ignorez|oublie|oubliez|ne tiens pas compte|ne tenez pas compte|faites abstraction)"
        r"(?: (?:toutes?|tous|les|des?|tes|vos|ces)){0,3} (?:instructions|consignes|regles|directives|ordres)"
        r" (?:precedentes?|anterieures?|ci dessus|initiales?|du systeme|plus haut)\b",
    ),
    sign(
        ADDRESSED,
        "any",
        "modele de langage|intelligence artificielle|assistant|resumeur|chatbot|ia",
        r"\b(?:tu es|vous etes|en tant que|en tant qu'|en tant qu)(?: maintenant| desormais)?(?: une?|une?)?"
        r" ?(?:modele de langage|intelligence artificielle|assistant (?:virtuel|ia|numerique|utile)"
        r"|ia(?=[,.:\s])|resumeur|chatbot)(?=\W)",
    ),
    sign(
        DICTATED,
        "opening",
        "zero|aucun|aucune|0",
        r"\b(?:rapporte|rapportez|signale|signalez|indique|indiquez|ecris|ecrivez|note|notez|declare"
        r"|declarez|enregistre|enregistrez|reponds|repondez)"
        r"(?: (?:que|qu'il|n'y|y|a|un|total|de|seulement)){0,5}"
        r" (?:zero|0|aucune?) (?:morts?|victimes?|blesses?|deces|pertes?)\b",
    ),
    sign(
        FORM,
        "opening",
        "reponds|repondez",
        r"\b(?:reponds|repondez) (?:uniquement|seulement|exclusivement) (?:avec|par|en)\b",
    ),
)

_RUSSIAN_AND_UKRAINIAN = (
    sign(
        ASIDE,
        "any",
        "игнорируй|забуд|не обращай|ігноруй|не зважай|не выполняй|не виконуй",
        r"\b(?:проигнорируй(?:те)?|игнорируй(?:те)?|забудь(?:те)?|не обращай(?:те)? внимания на"
        r"|проігноруй(?:те)?|ігноруй(?:те)?|не зважай(?:те)? на|не выполняй(?:те)?|не виконуй(?:те)?)"
        r"(?: (?:все|всі|усі|про|эти|ці|твои|свои|твої|свої|любые)){0,3}"
        r" (?:предыдущие|прежние|вышеуказанные|прошлые|исходные|системные|попередні|минулі|вищезазначені"
        r"|початкові|системні) (?:инструкции|указания|команды|правила|інструкції|вказівки)",
    ),
    sign(
        ADDRESSED,
        "any",
        "языковая модель|мовна модель|искусственный интеллект|штучний інтелект|ассистент|асистент",
        r"\b(?:ты|вы|ти|ви)(?: теперь| тепер)?(?: это| це)?(?: большая| велика| полезный| корисний)?"
        r" (?:языковая модель|мовна модель|искусственный интеллект|штучний інтелект|ии ассистент|ші асистент"
        r"|виртуальный ассистент|віртуальний асистент|ассистент|асистент)\b"
        r"|\b(?:как|як) (?:языковая модель|мовна модель)\b",
    ),
    sign(
        DICTATED,
        "any",
        "ноль |нуль |нуля |ноля | 0 ",
        r"\b(?:сообщи(?:те)?|укажи(?:те)?|запиши(?:те)?|напиши(?:те)?|выведи(?:те)?|повідом(?:те)?|вкажи"
        r"|вкажіть|запиши|запишіть|напишіть|виведи|виведіть)(?: (?:что|было|про|о|об|лишь|только|лише|тільки"
        r"|що|було)){0,3} (?:ноль|нуль|ноля|нуля|0)"
        r" (?:погибших|жертв|убитых|смертей|потерь|раненых|загиблих|вбитих|втрат|поранених)\b",
    ),
    sign(
        FORM,
        "opening",
        "отвечай|ответь|відповідай",
        r"\b(?:отвечай(?:те)?|ответь(?:те)?|відповідай(?:те)?) (?:только|лишь|исключительно|лише|тільки"
        r"|виключно)\b",
    ),
    sign(
        PROMPT,
        "any",
        "промпт|системная подсказка|системна підказка",
        r"\bсистемн(?:ый|ий|ого|ому) промпт|\bсистемна(?:я подсказка| підказка)\b",
    ),
)

_ARABIC = (
    sign(
        ASIDE,
        "any",
        "التعليمات|الأوامر|الإرشادات|القواعد",
        r"(?:تجاهل|تجاهلوا|تجاهلي|انس|انسوا|انسى|أهمل|لا تتبع)(?: (?:جميع|كل|كافة|هذه))?"
        r" (?:التعليمات|الأوامر|الإرشادات|القواعد) (?:السابقة|أعلاه|المذكورة|الأصلية)",
    ),
    sign(
        ADDRESSED,
        "any",
        "نموذج لغوي|نموذجا لغويا|نموذج لغة|ذكاء اصطناعي|مساعد",
        r"(?:أنت|بصفتك|باعتبارك)(?: الآن)? (?:نموذج لغوي|نموذجا لغويا|نموذج لغة|ذكاء اصطناعي"
        r"|مساعد (?:ذكي|آلي|افتراضي))",
    ),
    sign(
        DICTATED,
        "any",
        "صفر ",
        r"(?:اذكر|سجل|اكتب|أبلغ عن|أبلغ|قل|ضع|أدرج)(?: (?:أن|عدد|وجود|هناك)){0,3}"
        r" صفر (?:قتلى|وفيات|ضحايا|قتيل|إصابات|جرحى)",
    ),
    sign(FORM, "any", "أجب|رد فقط", r"(?:أجب|رد) (?:فقط ب|ب?كلمة|بصيغة|فقط)"),
)

ROMANCE = (*_SPANISH, *_FRENCH)
OTHER_SCRIPTS = (*_RUSSIAN_AND_UKRAINIAN, *_ARABIC)
"""Words take prefixes and endings here: anchors are parts of words."""
