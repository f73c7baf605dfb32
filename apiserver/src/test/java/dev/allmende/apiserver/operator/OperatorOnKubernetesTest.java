package dev.allmende.apiserver.operator;

import org.junit.jupiter.api.Tag;

@Tag("real")
@Tag("kubernetes")
class OperatorOnKubernetesTest extends OperatorTest {}
