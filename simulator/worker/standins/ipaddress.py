"""Stands in for a module that `urllib.parse` asks for in case an address holds an IPv6 number."""
