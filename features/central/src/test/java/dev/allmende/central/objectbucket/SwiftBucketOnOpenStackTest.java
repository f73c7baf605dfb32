package dev.allmende.central.objectbucket;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class SwiftBucketOnOpenStackTest extends SwiftBucketBehaviour {}
