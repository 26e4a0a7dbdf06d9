from community.care.models.door import Code, Provider, Tie

__all__ = ["Code", "Provider", "Tie"]
