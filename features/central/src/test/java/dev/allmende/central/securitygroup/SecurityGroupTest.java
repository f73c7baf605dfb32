package dev.allmende.central.securitygroup;

class SecurityGroupTest extends SecurityGroupBehaviour {}
