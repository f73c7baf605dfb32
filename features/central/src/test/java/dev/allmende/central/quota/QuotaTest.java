package dev.allmende.central.quota;

class QuotaTest extends QuotaBehaviour {}
