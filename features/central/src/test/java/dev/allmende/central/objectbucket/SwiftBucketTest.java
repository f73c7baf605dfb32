package dev.allmende.central.objectbucket;

class SwiftBucketTest extends SwiftBucketBehaviour {}
