package dev.allmende.central.objectbucketcredentials;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class ObjectBucketCredentialsOnKubernetesTest extends ObjectBucketCredentialsBehaviour {}
