"""`timeline`: news articles in, a sourced timeline out.

Start reading in `timeline/pipeline.py`; the records that travel between the parts stand in
`timeline/model.py`.
"""

__version__ = "0.1.0"
