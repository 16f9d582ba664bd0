"""What Planfirst costs, beside the engines people would otherwise reach for.

`python -m benchmarks.run` measures; nothing here is asserted, and nothing of the product imports it.
"""
