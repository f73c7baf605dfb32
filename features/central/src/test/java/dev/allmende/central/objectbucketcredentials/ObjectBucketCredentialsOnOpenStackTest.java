package dev.allmende.central.objectbucketcredentials;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class ObjectBucketCredentialsOnOpenStackTest extends ObjectBucketCredentialsBehaviour {}
