package dev.allmende.apiserver.crd.definition;

import org.junit.jupiter.api.Tag;

@Tag("real")
@Tag("kubernetes")
class ServedClusterApiOnKubernetesTest extends ServedClusterApiTest {}
