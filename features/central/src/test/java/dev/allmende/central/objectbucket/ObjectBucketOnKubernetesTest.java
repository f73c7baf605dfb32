package dev.allmende.central.objectbucket;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class ObjectBucketOnKubernetesTest extends ObjectBucketBehaviour {}
