-- A list's items, and how many they are, read without going through all lists' items (ADR 39).
CREATE INDEX item_of_list ON board.item (zone, list, position);
