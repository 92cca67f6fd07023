from goldenthread.gatherings.afterwards.models.afterword import Afterword
from goldenthread.gatherings.afterwards.models.certificate import Certificate
from goldenthread.gatherings.afterwards.models.feedback import Feedback, FeedbackGiven
from goldenthread.gatherings.afterwards.models.outcome import Outcome

__all__ = ["Afterword", "Certificate", "Feedback", "FeedbackGiven", "Outcome"]
