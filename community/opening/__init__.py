"""Opening the house: what a person stands behind before strangers are let in.

Made of several features (accounts, helplines, the house), so it stands on the roof.
"""
