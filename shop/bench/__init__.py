"""`make bench`: what a page costs at 10,000 and at 100,000 products, beside a bare Django view in the same run."""
