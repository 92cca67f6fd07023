from goldenthread.people.models.hat import Hat, Sector
from goldenthread.people.models.keeping import Keeping
from goldenthread.people.models.person import Person

__all__ = ["Hat", "Keeping", "Person", "Sector"]
