"""Counting long lists fast: one bit for each item, one row of bits for each value.

`dimensions.py` says what is counted, triggers (`watching.py`) note which pages changed,
`keeping.py` brings the bitmaps up to date with them, and `reading.py` answers as of
now: the bitmaps, put right for what has changed since. A "bitmap index", as databases
call it; PostgreSQL has none that is kept.
"""
