package dev.allmende.central.securitygroup;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class SecurityGroupOnKubernetesTest extends SecurityGroupBehaviour {}
