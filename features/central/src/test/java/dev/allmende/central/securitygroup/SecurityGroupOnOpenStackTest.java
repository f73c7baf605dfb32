package dev.allmende.central.securitygroup;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class SecurityGroupOnOpenStackTest extends SecurityGroupBehaviour {}
