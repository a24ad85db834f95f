/**
 * What the fields of Kubernetes' messages are called, by number: the part of its `generated.proto` files that a fresh lab's etcd has use for.
 * They stand in `staging/src/k8s.io/{api,apimachinery,kube-aggregator}` of the Kubernetes repository; every number, name and type here was
 * compared with those of v1.27.2, and tests/lab-real/message-fields.test.ts compares them with the release the lab is tried on.
 *
 * `name` is text; `name:int`, `name:bool`, `name:time`, `name:base64` say what else it is, `name:map` is text by text, `name:json` bytes that hold JSON, and
 * `name:Message` one of these messages. `[]` behind a name: several. Fields that are not here are shown by number.
 */
export const messages: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  ObjectMeta: {
    1: 'name', 2: 'generateName', 3: 'namespace', 4: 'selfLink', 5: 'uid', 6: 'resourceVersion', 7: 'generation:int', 8: 'creationTimestamp:time',
    9: 'deletionTimestamp:time', 10: 'deletionGracePeriodSeconds:int', 11: 'labels:map', 12: 'annotations:map', 13: 'ownerReferences[]:OwnerReference',
    14: 'finalizers[]', 17: 'managedFields[]:ManagedFieldsEntry',
  },
  OwnerReference: { 1: 'kind', 3: 'name', 4: 'uid', 5: 'apiVersion', 6: 'controller:bool', 7: 'blockOwnerDeletion:bool' },
  ManagedFieldsEntry: { 1: 'manager', 2: 'operation', 3: 'apiVersion', 4: 'time:time', 6: 'fieldsType', 7: 'fieldsV1:FieldsV1', 8: 'subresource' },
  FieldsV1: { 1: 'Raw:json' },
  NamespaceSpec: { 1: 'finalizers[]' },
  NamespaceStatus: { 1: 'phase' },
  ObjectReference: { 1: 'kind', 2: 'namespace', 3: 'name', 4: 'uid', 5: 'apiVersion', 6: 'resourceVersion', 7: 'fieldPath' },
  ServiceSpec: {
    1: 'ports[]:ServicePort', 2: 'selector:map', 3: 'clusterIP', 4: 'type', 5: 'externalIPs[]', 7: 'sessionAffinity', 10: 'externalName', 17: 'ipFamilyPolicy',
    18: 'clusterIPs[]', 19: 'ipFamilies[]', 22: 'internalTrafficPolicy',
  },
  ServicePort: { 1: 'name', 2: 'protocol', 3: 'port:int', 4: 'targetPort:IntOrString', 5: 'nodePort:int', 6: 'appProtocol' },
  IntOrString: { 1: 'type:int', 2: 'intVal:int', 3: 'strVal' },
  EndpointSubset: { 1: 'addresses[]:EndpointAddress', 2: 'notReadyAddresses[]:EndpointAddress', 3: 'ports[]:EndpointPort' },
  EndpointAddress: { 1: 'ip', 2: 'targetRef:ObjectReference', 3: 'hostname', 4: 'nodeName' },
  EndpointPort: { 1: 'name', 2: 'port:int', 3: 'protocol', 4: 'appProtocol' },
  SliceEndpoint: { 1: 'addresses[]', 2: 'conditions:EndpointConditions', 3: 'hostname', 4: 'targetRef:ObjectReference', 6: 'nodeName' },
  SlicePort: { 1: 'name', 2: 'protocol', 3: 'port:int', 4: 'appProtocol' },
  EndpointConditions: { 1: 'ready:bool', 2: 'serving:bool', 3: 'terminating:bool' },
  PodSpec: {
    2: 'containers[]:Container', 3: 'restartPolicy', 4: 'terminationGracePeriodSeconds:int', 6: 'dnsPolicy', 7: 'nodeSelector:map', 8: 'serviceAccountName',
    9: 'serviceAccount', 10: 'nodeName', 19: 'schedulerName', 20: 'initContainers[]:Container', 25: 'priority:int', 30: 'enableServiceLinks:bool', 31: 'preemptionPolicy',
  },
  Container: { 1: 'name', 2: 'image', 3: 'command[]', 4: 'args[]', 5: 'workingDir', 6: 'ports[]:ContainerPort', 13: 'terminationMessagePath', 14: 'imagePullPolicy', 20: 'terminationMessagePolicy' },
  ContainerPort: { 1: 'name', 2: 'hostPort:int', 3: 'containerPort:int', 4: 'protocol', 5: 'hostIP' },
  PodStatus: { 1: 'phase', 3: 'message', 4: 'reason', 5: 'hostIP', 6: 'podIP', 7: 'startTime:time', 9: 'qosClass' },
  LeaseSpec: { 1: 'holderIdentity', 2: 'leaseDurationSeconds:int', 3: 'acquireTime:time', 4: 'renewTime:time', 5: 'leaseTransitions:int' },
  FlowSchemaSpec: { 1: 'priorityLevelConfiguration:NameOnly', 2: 'matchingPrecedence:int', 3: 'distinguisherMethod:TypeOnly' },
  NameOnly: { 1: 'name' },
  TypeOnly: { 1: 'type' },
  APIServiceSpec: { 1: 'service:ServiceReference', 2: 'group', 3: 'version', 4: 'insecureSkipTLSVerify:bool', 5: 'caBundle:base64', 7: 'groupPriorityMinimum:int', 8: 'versionPriority:int' },
  ServiceReference: { 1: 'namespace', 2: 'name', 3: 'port:int' },
  APIServiceStatus: { 1: 'conditions[]:APIServiceCondition' },
  APIServiceCondition: { 1: 'type', 2: 'status', 3: 'lastTransitionTime:time', 4: 'reason', 5: 'message' },
}

/** Kinds by group and name; every kind has its metadata in field 1. */
export const kinds: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  '/Namespace': { 2: 'spec:NamespaceSpec', 3: 'status:NamespaceStatus' },
  '/ServiceAccount': { 2: 'secrets[]:ObjectReference', 3: 'imagePullSecrets[]:NameOnly', 4: 'automountServiceAccountToken:bool' },
  '/ConfigMap': { 2: 'data:map', 4: 'immutable:bool' },
  '/Secret': { 3: 'type', 5: 'immutable:bool' },
  '/Service': { 2: 'spec:ServiceSpec' },
  '/Endpoints': { 2: 'subsets[]:EndpointSubset' },
  '/Pod': { 2: 'spec:PodSpec', 3: 'status:PodStatus' },
  '/RangeAllocation': { 2: 'range', 3: 'data:base64' },
  '/Event': {
    2: 'involvedObject:ObjectReference', 3: 'reason', 4: 'message', 6: 'firstTimestamp:time', 7: 'lastTimestamp:time', 8: 'count:int', 9: 'type', 10: 'eventTime:time',
    12: 'action', 14: 'reportingComponent', 15: 'reportingInstance',
  },
  'coordination.k8s.io/Lease': { 2: 'spec:LeaseSpec' },
  'discovery.k8s.io/EndpointSlice': { 2: 'endpoints[]:SliceEndpoint', 3: 'ports[]:SlicePort', 4: 'addressType' },
  'scheduling.k8s.io/PriorityClass': { 2: 'value:int', 3: 'globalDefault:bool', 4: 'description', 5: 'preemptionPolicy' },
  'flowcontrol.apiserver.k8s.io/FlowSchema': { 2: 'spec:FlowSchemaSpec' },
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration': { 2: 'spec:TypeOnly' },
  'apiregistration.k8s.io/APIService': { 2: 'spec:APIServiceSpec', 3: 'status:APIServiceStatus' },
}
