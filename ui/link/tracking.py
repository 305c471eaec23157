"""What others add to our links on their way: keys of mail programs and networks, "&amp;" for "&"."""

from __future__ import annotations

import re

# By who adds them. Names that our own pages or tables use must not stand here; a test sees to it.
_ADDED = (
    # Campaign labels: Google Analytics, Matomo, AT Internet, HubSpot, and their like
    "utm_.+", "mtm_.+", "pk_.+", "piwik_.+", "at_.+", "hsa_.+", "itm_.+", "cmpid", "ncid", "icid",
    # Google: Ads, Analytics, Shopping, Translate, Search
    "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_source", "gad_campaignid", "srsltid", "_ga", "_gl",
    "_gac", "usqp", "_x_tr_.+",
    # Yandex, VK, Mail.ru and OpenStat
    "yclid", "ysclid", "ymclid", "yadclid", "_openstat", "etext", "vk_.+", "rb_clickid", "frommail",
    # Microsoft and Yahoo
    "msclkid", "cvid", "oicd", "guccounter", "guce_.+",
    # Meta: Facebook, Instagram
    "fbclid", "fb_.+", "igshid", "igsh", "mibextid", "sfnsn", "extid", "__tn__", "__cft__.*", "__xts__.*",
    # X, TikTok, LinkedIn, Reddit, Pinterest, Snapchat, YouTube, Telegram, WeChat
    "twclid", "ref_src", "ref_url", "ttclid", "_t", "_r", "li_fat_id", "trk", "trkinfo", "rdt_cid", "epik",
    "sccid", "si", "feature", "tgwebapp.+", "nsukey", "isappinstalled",
    # Mail: Marketo, Mailchimp, HubSpot, Klaviyo, Vero, Olytics, Drip, MailerLite, ActiveCampaign
    "mkt_tok", "mc_cid", "mc_eid", "mc_tc", "ct_params", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp",
    "hsctatracking", "_ke", "_kx", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "__s",
    "ml_subscriber", "ml_subscriber_hash", "vgo_ee", "nr_email_referer", "ck_subscriber_id",
    # Adobe, Branch, Outbrain, Taboola, Alibaba, affiliates
    "s_cid", "s_kwcid", "ef_id", "_branch_match_id", "_branch_referrer", "dicbo", "tblci", "spm", "irclickid",
    "wickedid", "ref", "referrer",
    # Streamlit's own keys for embedding
    "embed", "embed_options",
)  # fmt: skip
_PATTERN = re.compile("|".join(_ADDED), re.IGNORECASE)
_ESCAPED = re.compile("(?:amp;)+", re.IGNORECASE)


def is_added(name: str) -> bool:
    """Tell whether a key of an address was added by others on the way; it means nothing to us."""
    return _PATTERN.fullmatch(name) is not None


def unescaped(name: str) -> str:
    """Name of a key whose "&" was written as "&amp;", as in HTML that was copied: "amp;leg" is "leg"."""
    return _ESCAPED.sub("", name, count=1) if _ESCAPED.match(name) else name
