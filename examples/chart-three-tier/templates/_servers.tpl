{{/* The labels of all objects: kubectl wait -l app.kubernetes.io/instance=RELEASE finds them by these. */}}
{{- define "labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* All servers, as a list in JSON under "servers": name, tier, address, whether it has a disk. */}}
{{- define "servers" -}}
{{- $servers := list }}
{{- range $i := until (int .Values.web.count) }}
{{- $servers = append $servers (dict "name" (printf "web-%d" (add1 $i)) "tier" "web" "address" (printf "%s.%d" $.Values.network.prefix (add 11 $i))) }}
{{- end }}
{{- range $i := until (int .Values.app.count) }}
{{- $servers = append $servers (dict "name" (printf "app-%d" (add1 $i)) "tier" "app" "disk" (int $.Values.app.disk) "address" (printf "%s.%d" $.Values.network.prefix (add 51 $i))) }}
{{- end }}
{{- $servers = append $servers (dict "name" "database" "tier" "database" "disk" (int .Values.database.disk) "address" (printf "%s.101" .Values.network.prefix)) }}
{{- dict "servers" $servers | toJson }}
{{- end }}
