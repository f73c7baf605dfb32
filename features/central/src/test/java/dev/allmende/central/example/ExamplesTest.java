package dev.allmende.central.example;

class ExamplesTest extends ExamplesBehaviour {}
