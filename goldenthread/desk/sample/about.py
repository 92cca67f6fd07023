"""What the movement of the sample is: what is known of it, and nothing that was made up."""

from goldenthread.desk.models import OwnWords

Part = OwnWords.Part

FACTS = {
    Part.FOR_WHOM: "For people who work in health, social care, prisons, schools and charities, and for people who use these services.",
    Part.WHAT: (
        "The Relational Practice Movement brings together people who believe that the quality of relationships is the "
        "foundation of any effective work with people. They work in health, social care, criminal justice, education, "
        "charities, policy and commissioning, or have used services themselves.\n\n"
        "It grew out of therapeutic communities and Enabling Environments. Its first conference: London, "
        "Tuesday 30 May 2023."
    ),
    Part.WHO: (
        "This is a sample. Anybody can look around in it, and nothing in it is real except what it says of the first "
        "conference. The people who come to it were made up.\n\n"
        "The convenors of the first conference are Rex Haigh, Nick Benefield and Mike Burns. Its host is the Enabling "
        "Environments project of the Royal College of Psychiatrists’ Centre for Quality Improvement."
    ),
    Part.REACH: "Nobody answers here, because this is a sample. The person who gave you its address can tell you more.",
}


def say_what_it_is() -> None:
    OwnWords.objects.bulk_create(OwnWords(part=part, words=words) for part, words in FACTS.items())
