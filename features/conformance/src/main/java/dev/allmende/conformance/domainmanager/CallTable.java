package dev.allmende.conformance.domainmanager;

import dev.allmende.openstack.Call;

/**
 * What scs-0302-v1 gives a domain manager and what it denies, in the order of its policy table: users, projects, groups;
 * in the own domain, in another one, and across both.
 *
 * @param own the manager's domain
 * @param other a domain that is none of the manager's business
 * @param member id of a role that may be granted
 * @param admin id of the role that must never be
 */
record CallTable(Trials trials, Estate own, Estate other, String member, String admin) {

    void play() {
        domains();
        users();
        projects();
        groups();
    }

    private void domains() {
        trials.lists(true, "find the own domain", Call.get("/domains"), "domains", own.domain());
        trials.lists(true, "find the role member", Call.get("/roles"), "roles", member);
    }

    private void users() {
        var made = trials.creates(true, "create a user", "user", "made-user", own.domain());
        trials.creates(false, "create a user in another domain", "user", "made-user-there", other.domain());
        trials.creates(false, "create a user in no domain", "user", "made-user-nowhere", "");
        trials.asks(true, "see a user", Call.get("/users/" + own.user()));
        trials.asks(false, "see a user of another domain", Call.get("/users/" + other.user()));
        var list = Call.get("/users").with("domain_id", own.domain());
        trials.lists(true, "list the users of the own domain", list, "users", own.user());
        trials.lists(false, "list users of another domain", Call.get("/users"), "users", other.user());
        var others = Call.get("/users").with("domain_id", other.domain());
        trials.lists(false, "list the users of another domain by its id", others, "users", other.user());
        trials.updates(true, "change a user", "user", own.user());
        trials.updates(false, "change a user of another domain", "user", other.user());
        trials.sets(true, "give a user a role in the domain", grant(own, "users", own.user(), member));
        trials.deletes(true, "take a user's role in the domain away", grant(own, "users", own.user(), member));
        trials.sets(false, "give a user a role in another domain", grant(other, "users", other.user(), member));
        trials.takesAway(
                false, "take a user's role in another domain away", grant(other, "users", other.user(), member));
        trials.sets(false, "give a user the role admin in the domain", grant(own, "users", own.user(), admin));
        if (!made.isEmpty()) {
            trials.deletes(true, "delete a user", "/users/" + made);
        }
        trials.deletes(false, "delete a user of another domain", "/users/" + other.user());
    }

    private void projects() {
        var made = trials.creates(true, "create a project", "project", "made-project", own.domain());
        trials.creates(false, "create a project in another domain", "project", "made-project-there", other.domain());
        trials.creates(false, "create a project in no domain", "project", "made-project-nowhere", "");
        trials.asks(true, "see a project", Call.get("/projects/" + own.project()));
        trials.asks(false, "see a project of another domain", Call.get("/projects/" + other.project()));
        trials.updates(true, "change a project", "project", own.project());
        trials.updates(false, "change a project of another domain", "project", other.project());
        trials.sets(true, "give a user a role in a project", grant(own.project(), "users", own.user(), member));
        trials.lists(
                true,
                "list a user's projects",
                Call.get("/users/" + own.user() + "/projects"),
                "projects",
                own.project());
        trials.deletes(true, "take a user's role in a project away", grant(own.project(), "users", own.user(), member));
        var across = "give a role in a project across domains: ";
        trials.sets(false, across + "own user, other project", grant(other.project(), "users", own.user(), member));
        trials.sets(false, across + "other user, own project", grant(own.project(), "users", other.user(), member));
        trials.sets(false, across + "other user, other project", grant(other.project(), "users", other.user(), member));
        trials.takesAway(
                false,
                "take a role in a project of another domain away",
                grant(other.project(), "users", other.user(), member));
        trials.lists(
                false,
                "list the projects of a user of another domain",
                Call.get("/users/" + other.user() + "/projects"),
                "projects",
                other.project());
        trials.sets(false, "give a user the role admin in a project", grant(own.project(), "users", own.user(), admin));
        if (!made.isEmpty()) {
            trials.deletes(true, "delete a project", "/projects/" + made);
        }
        trials.deletes(false, "delete a project of another domain", "/projects/" + other.project());
    }

    private void groups() {
        var made = trials.creates(true, "create a group", "group", "made-group", own.domain());
        trials.creates(false, "create a group in another domain", "group", "made-group-there", other.domain());
        trials.creates(false, "create a group in no domain", "group", "made-group-nowhere", "");
        trials.asks(true, "see a group", Call.get("/groups/" + own.group()));
        trials.asks(false, "see a group of another domain", Call.get("/groups/" + other.group()));
        trials.updates(true, "change a group", "group", own.group());
        trials.updates(false, "change a group of another domain", "group", other.group());
        memberships();
        for (var there : new String[] {"domain", "project"}) {
            boolean domain = there.equals("domain");
            var mine = domain
                    ? grant(own, "groups", own.group(), member)
                    : grant(own.project(), "groups", own.group(), member);
            var theirs = domain
                    ? grant(other, "groups", other.group(), member)
                    : grant(other.project(), "groups", other.group(), member);
            trials.sets(true, "give a group a role in a " + there, mine);
            trials.deletes(true, "take a group's role in a " + there + " away", mine);
            trials.sets(false, "give a group a role in another domain's " + there, theirs);
            trials.takesAway(false, "take a group's role in another domain's " + there + " away", theirs);
        }
        trials.sets(false, "give a group the role admin in the domain", grant(own, "groups", own.group(), admin));
        trials.sets(
                false, "give a group the role admin in a project", grant(own.project(), "groups", own.group(), admin));
        if (!made.isEmpty()) {
            trials.deletes(true, "delete a group", "/groups/" + made);
        }
        trials.deletes(false, "delete a group of another domain", "/groups/" + other.group());
    }

    private void memberships() {
        trials.sets(true, "add a user to a group", in(own.group(), own.user()));
        trials.asks(true, "see whether a user is in a group", head(in(own.group(), own.user())));
        trials.lists(
                true, "list the users of a group", Call.get("/groups/" + own.group() + "/users"), "users", own.user());
        trials.lists(
                true, "list the groups of a user", Call.get("/users/" + own.user() + "/groups"), "groups", own.group());
        trials.deletes(true, "take a user out of a group", in(own.group(), own.user()));
        var across = "add a user to a group across domains: ";
        trials.sets(false, across + "own user, other group", in(other.group(), own.user()));
        trials.sets(false, across + "other user, own group", in(own.group(), other.user()));
        trials.sets(false, across + "other user, other group", in(other.group(), other.user()));
        trials.takesAway(false, "take a user out of a group of another domain", in(other.group(), other.user()));
        trials.lists(
                false,
                "list the users of a group of another domain",
                Call.get("/groups/" + other.group() + "/users"),
                "users",
                other.user());
        trials.asks(false, "see whether a user is in a group of another domain", head(in(other.group(), other.user())));
    }

    private static Call head(String path) {
        return new Call("HEAD", path, java.util.Map.of(), java.util.Map.of(), new byte[0]);
    }

    private static String in(String group, String user) {
        return "/groups/" + group + "/users/" + user;
    }

    private static String grant(Estate estate, String actors, String actor, String role) {
        return "/domains/" + estate.domain() + "/" + actors + "/" + actor + "/roles/" + role;
    }

    private static String grant(String project, String actors, String actor, String role) {
        return "/projects/" + project + "/" + actors + "/" + actor + "/roles/" + role;
    }
}
