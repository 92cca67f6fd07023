"""Of which words the invented people of the directory are made, and what one of its questions is called."""

FIRST = "amina bryn caleb dilys efe farah gethin hana idris joss keziah lowri mo nesta oren priya quill rhodri".split()
LAST = "appletree bellweather cloudesley dewpond elderfield foxglove greenhay hazelmoor inglenook kestrelby".split()
THINGS = "bread garden choir listening story kettle map questions training room school ward prison hostel".split()
# Done once in a quarter of an hour, not for each who looks.
SELDOM = "counts, when they are counted anew"
