"""Where the steps of matching that grow with the lists are done: on this machine, or on Spark.

An engine decides where pairs are held and by whom they are looked at. What is decided about them
stands in `blocking`, `comparing`, `scoring` and `clusters`, which every engine calls: so the same
input has the same organizations, probabilities and pairs to review on each.
"""
