"""A schema.org Dataset about one indicator, for search engines: the same facts as on its page."""

from typing import Any

from scripts.content.site import Site
from scripts.markdown.figures import area, source_page
from scripts.markdown.json_ld import json_ld
from scripts.markdown.place import DOWNLOADS, Place

_MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}


def dataset_script(site: Site, place: Place, name: str) -> str:
    """The facts of its page, as data."""
    return json_ld(_dataset(site, place, name))


def _dataset(site: Site, place: Place, name: str) -> dict[str, Any]:
    indicator, data = site.indicators[name], site.data[name]
    origins = list(dict.fromkeys(series.origin for series in data.series))
    periods = sorted({seen.period for series in data.series for seen in series.observations})
    updated = [origin.updated.isoformat() for origin in origins if origin.updated]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": indicator.title,
        "description": indicator.definition,
        "url": place.canonical,
        "inLanguage": "nl-BE",
        "isAccessibleForFree": True,
        "license": {"@type": "CreativeWork", "name": "; ".join(dict.fromkeys(origin.licence for origin in origins))},
        "creator": [
            {"@type": "Organization", "name": publisher} for publisher in dict.fromkeys(one.publisher for one in origins)
        ],
        "isBasedOn": list(dict.fromkeys(source_page(origin) for origin in origins)),
        "temporalCoverage": f"{periods[0]}/{periods[-1]}",
        "spatialCoverage": [area(geo) for geo in dict.fromkeys(series.key.geo for series in data.series)],
        "variableMeasured": {"@type": "PropertyValue", "name": indicator.short, "unitText": indicator.unit_label},
        "dateModified": max(updated, default=max(origin.retrieved.isoformat() for origin in origins)),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media_type,
                "contentUrl": f"{place.site_url}{DOWNLOADS}/{name}.{kind}",
            }
            for kind, media_type in _MEDIA_TYPES.items()
        ],
    }
