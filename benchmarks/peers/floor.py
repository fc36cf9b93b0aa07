"""The floor: one SQL statement builds the whole answer, and nothing else is done.

It has the gate's conditions for a site without private pages, and the operation's
fields. It walks down the dates and stops after the page that was asked for: OFFSET 0
keeps the planner, who expects few items of a language, from sorting all of them. In
this content sections have no wider ones, and no focal point was moved.
"""

import json
import os
from collections.abc import Callable, Iterable
from typing import Any, Final
from urllib.parse import parse_qs

from psycopg_pool import ConnectionPool

STATEMENT: Final = """
WITH root AS MATERIALIZED (
  SELECT home.path, home.url_path, home.locale_id, locale.language_code AS code
  FROM wagtailcore_site AS site
  JOIN wagtailcore_page AS main ON main.id = site.root_page_id
  JOIN wagtailcore_page AS home ON home.translation_key = main.translation_key
  JOIN wagtailcore_locale AS locale ON locale.id = home.locale_id
  WHERE site.is_default_site AND locale.language_code = %(locale)s
), item AS (
  SELECT page.*, news.date, news.lead, news.cover_id, news.cover_alt, news.section_id
  FROM news_newspage AS news
  CROSS JOIN LATERAL (
    SELECT page.id, page.title, root.code,
      '/' || root.code || '/' || substr(page.url_path, length(root.url_path) + 1)
        AS path
    FROM root, wagtailcore_page AS page
    WHERE page.id = news.page_ptr_id AND page.locale_id = root.locale_id
      AND starts_with(page.path, root.path)
      AND page.live AND page.alias_of_id IS NULL
      AND (page.expire_at IS NULL OR page.expire_at > now())
      AND (page.go_live_at IS NULL OR page.go_live_at <= now())
    OFFSET 0
  ) AS page
  ORDER BY news.date DESC, news.page_ptr_id LIMIT {limit} OFFSET {offset}
)
SELECT json_build_object('data', json_build_object('newsPages', json_build_object(
  'nodes', coalesce(json_agg(json_build_object(
    'id', item.id::text, 'title', item.title, 'path', item.path,
    'locale', json_build_object('code', item.code), 'isFallback', false,
    'date', item.date, 'lead', nullif(item.lead, ''),
    'cover', CASE WHEN image.id IS NOT NULL THEN json_build_object(
      'id', image.id::text,
      'alt', coalesce(nullif(item.cover_alt, ''), image.alt_texts ->> item.code),
      'width', image.width, 'height', image.height,
      'focalPoint', CASE WHEN image.focal_point_width IS NOT NULL THEN
        json_build_object('x', round(image.focal_point_x::numeric / image.width, 4),
                          'y', round(image.focal_point_y::numeric / image.height, 4))
        END,
      'rendition', (
        SELECT json_build_object('url', %(media)s || file, 'width', width,
                                 'height', height)
        FROM core_customrendition
        WHERE image_id = image.id AND filter_spec = 'fill-800x500'),
      'sources', (
        SELECT json_agg(json_build_object('media', NULL, 'type', kind.type,
          'srcset', kind.srcset, 'sizes', '(min-width: 48rem) 25rem, 100vw')
          ORDER BY kind.place)
        FROM (
          SELECT split_part(filter_spec, '-', 3) AS format,
            CASE split_part(filter_spec, '-', 3) WHEN 'avif' THEN 'image/avif'
              WHEN 'webp' THEN 'image/webp' ELSE 'image/jpeg' END AS type,
            CASE split_part(filter_spec, '-', 3) WHEN 'avif' THEN 1
              WHEN 'webp' THEN 2 ELSE 3 END AS place,
            string_agg(%(media)s || file || ' ' || width || 'w', ', ' ORDER BY width)
              AS srcset
          FROM core_customrendition WHERE image_id = image.id
          AND filter_spec ~ '^fill-(400x250|800x500)'
          GROUP BY 1) AS kind),
      'placeholder', nullif(image.placeholder, '')) END,
    'authors', (
      SELECT coalesce(json_agg(json_build_object('name', person.name)
        ORDER BY author.sort_order), '[]')
      FROM network_pageauthor AS author
      JOIN network_person AS person ON person.id = author.person_id
      WHERE author.page_id = item.id AND person.live),
    'sections', (
      SELECT coalesce(json_agg(json_build_object('slug', slug, 'name', name)), '[]')
      FROM news_section WHERE id = item.section_id),
    'topics', (
      SELECT coalesce(json_agg(json_build_object('slug', topic.slug, 'name',
        topic.name) ORDER BY topic.position, topic.name), '[]')
      FROM news_newspage_topics AS about
      JOIN core_topic AS topic ON topic.id = about.topic_id
      WHERE about.newspage_id = item.id)
  ) ORDER BY item.date DESC, item.id), '[]'))))::text
FROM item LEFT JOIN core_customimage AS image ON image.id = item.cover_id
"""
MEDIA: Final = f"{os.environ.get('PUBLIC_URL', '')}/media/"
pool = ConnectionPool(os.environ["DATABASE_URL"], min_size=1, max_size=10, open=False)


def application(
    environ: dict[str, Any], start_response: Callable[..., Any]
) -> Iterable[bytes]:
    """Answer every request with a page of the list: ``?limit=20&offset=0``."""
    asked = parse_qs(environ.get("QUERY_STRING", ""))
    # Not as parameters: a prepared statement would be planned for a tenth of all rows.
    page = {name: int(asked.get(name, ["0"])[0]) for name in ("limit", "offset")}
    statement = STATEMENT.format(**page)
    values = {"locale": asked.get("locale", ["en"])[0], "media": MEDIA}
    pool.open()
    with pool.connection() as connection:
        row = connection.execute(statement, values, prepare=True).fetchone()
    body = (row[0] if row else json.dumps(None)).encode()
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    start_response("200 OK", headers)
    return [body]
