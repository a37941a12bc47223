import { rule } from "../rule";
import { judgesKeys, type KeyTable } from "../shared/keyTable";

const TRAINING = ["outputDataConfig.kmsKeyId", "resourceConfig?.volumeKmsKeyId"];
const MONITORED = (output: string) => [`${output}?.kmsKeyId`, "jobResources?.clusterConfig.volumeKmsKeyId"];

/** What is learnt from records, and what is asked of it: training data, outputs, captured requests, memories. */
const KEYS: KeyTable = {
  "aws:sagemaker/trainingJob:TrainingJob": TRAINING,
  "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": [
    "trainingJobDefinition?.outputDataConfig.kmsKeyId",
    "trainingJobDefinitions?.outputDataConfig.kmsKeyId",
  ],
  "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": MONITORED("dataQualityJobOutputConfig"),
  "aws:sagemaker/monitoringSchedule:MonitoringSchedule": [
    "monitoringScheduleConfig.monitoringJobDefinition?.monitoringOutputConfig.kmsKeyId",
  ],
  "aws:sagemaker/featureGroup:FeatureGroup": [
    "offlineStoreConfig?.s3StorageConfig.kmsKeyId",
    "onlineStoreConfig?.securityConfig.kmsKeyId",
  ],
  "aws:sagemaker/labelingJob:LabelingJob": ["outputConfig.kmsKeyId"],
  "aws:sagemaker/flowDefinition:FlowDefinition": ["outputConfig.kmsKeyId"],
  "aws:sagemaker/endpointConfiguration:EndpointConfiguration": [
    "dataCaptureConfig?.kmsKeyId",
    "asyncInferenceConfig?.outputConfig.kmsKeyId",
  ],
  "aws:comprehend/documentClassifier:DocumentClassifier": ["modelKmsKeyId", "volumeKmsKeyId"],
  "aws:comprehend/entityRecognizer:EntityRecognizer": ["modelKmsKeyId", "volumeKmsKeyId"],
  "aws:bedrock/customModel:CustomModel": ["customModelKmsKeyId"],
  "aws:bedrock/agentAgent:AgentAgent": ["customerEncryptionKeyArn"],
  "aws:bedrock/agentFlow:AgentFlow": ["customerEncryptionKeyArn"],
  "aws:bedrock/agentDataSource:AgentDataSource": ["serverSideEncryptionConfiguration.kmsKeyArn"],
  "aws:bedrock/agentcoreMemory:AgentcoreMemory": ["encryptionKeyArn"],
  "aws:bedrock/evaluationJob:EvaluationJob": ["customerEncryptionKeyId"],
  "aws:bedrockmodel/invocationJob:InvocationJob": ["outputDataConfig.s3OutputDataConfig.s3EncryptionKeyId"],
  "aws:rekognition/streamProcessor:StreamProcessor": ["kmsKeyId"],
  "aws:qbusiness/application:Application": ["encryptionConfiguration.kmsKeyId"],
  "aws:datazone/domain:Domain": ["kmsKeyIdentifier"],
  "aws:finspace/kxEnvironment:KxEnvironment": ["kmsKeyId"],
};

export const modelDataEncryption = rule({
  id: "model-data-encryption",
  title: "Models, their training data and their prompts are encrypted with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Name a key of this project",
  types: Object.keys(KEYS),
  check: judgesKeys(KEYS, "data is encrypted"),
});
