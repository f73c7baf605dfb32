package dev.allmende.apiserver.authz;

/** Decides who may do what. Safe for many threads. */
public interface Authorizer {

    Decision decide(Attributes attributes);

    /** @param reason for the audit log and for access reviews, such as the binding that allows it; may be empty */
    record Decision(boolean allowed, String reason) {}
}
