"""The journeys: people go their way through the market in Chromium, each on a phone and on a desktop.

They need Debian's chromium and a PostgreSQL in TEST_DATABASE_URL: `pytest -m browser tests/journeys`. Every station
leaves a picture in the folder that JOURNEY_SHOTS names. At each, the page must fit its screen, axe must find nothing,
and nothing may have gone wrong: no script error, no answer that was not expected, no request to another host.
"""
