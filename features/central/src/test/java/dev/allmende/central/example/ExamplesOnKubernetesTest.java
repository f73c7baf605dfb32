package dev.allmende.central.example;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class ExamplesOnKubernetesTest extends ExamplesBehaviour {}
