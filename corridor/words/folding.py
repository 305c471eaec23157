"""How texts are compared in every search: without case, accents, and letters that a keyboard may lack."""

from __future__ import annotations

import unicodedata

# Letters without a decomposition, as they are typed on a keyboard that does not have them.
_PLAIN = str.maketrans("ıøđłəҳәғқңөұүһіћђ", "iodlaхагкноуухичд")
# Signs inside a name, such as that of Xi'an, that nobody types alike.
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´′"))


def folded(text: str) -> str:
    """
    Return a text as search compares it: without case, accents and the special letters of our languages.

    Constanța, Constanţa and CONSTANTA are one text; so are Қорғас and Коргас.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.translate(_PLAIN)


def folded_words(text: str) -> str:
    """
    Return the words of a name as search compares them: folded, joined by one blank, without punctuation.

    Apostrophes leave no trace ("Xi’an" is "xian"); everything else that is no letter or digit is a blank.
    """
    plain = folded(text.translate(_APOSTROPHES))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in plain).split())
