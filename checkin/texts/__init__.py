"""The words of the house as a coordinator changed them: kept in the database, said by all that asks or answers."""
