package dev.allmende.central.onboarding;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class TenantOnOpenStackTest extends TenantBehaviour {

    @Override
    boolean managersMay() {
        return false;
    }
}
