"""What people bring on the day itself: cards, corners and rounds. Nobody writes down who walked where."""
